/** The page on which authorities are chosen. */
@NullMarked
package id.pamong.authority.gateway.web;

import org.jspecify.annotations.NullMarked;
