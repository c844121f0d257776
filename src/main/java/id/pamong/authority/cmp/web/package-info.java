/** CMP over HTTP (RFC 9811). */
@NullMarked
package id.pamong.authority.cmp.web;

import org.jspecify.annotations.NullMarked;
