/**
 * Pamong: the certificate office of a local government. Each package below is a room of the house;
 * ARCHITECTURE.md draws them.
 */
@NullMarked
package id.pamong;

import org.jspecify.annotations.NullMarked;
