/**
 * The guarded child process that decodes files from outside: no keys, no environment, little
 * memory, a time limit. Internal to the archive.
 *
 * <p>Proses anak terjaga yang membuka berkas dari luar.
 */
@NullMarked
package id.pamong.office.archive.guarded;

import org.jspecify.annotations.NullMarked;
