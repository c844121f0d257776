/** The pages of renewal. */
@NullMarked
package id.pamong.lifecycle.renewal.web;

import org.jspecify.annotations.NullMarked;
