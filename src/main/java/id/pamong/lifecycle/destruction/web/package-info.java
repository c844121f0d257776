/** The pages of destruction. */
@NullMarked
package id.pamong.lifecycle.destruction.web;

import org.jspecify.annotations.NullMarked;
