/**
 * Pages of applicants, superiors and heads of agencies.
 *
 * <p>Halaman permohonan, rekomendasi, dan surat pengantar.
 */
@NullMarked
package id.pamong.lifecycle.enrollment.web;

import org.jspecify.annotations.NullMarked;
