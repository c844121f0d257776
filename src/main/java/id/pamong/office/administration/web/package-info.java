/** Pages over the office's lower rooms: people and their import, inbox, outbox. */
@NullMarked
package id.pamong.office.administration.web;

import org.jspecify.annotations.NullMarked;
