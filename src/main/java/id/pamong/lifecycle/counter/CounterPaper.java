package id.pamong.lifecycle.counter;

import id.pamong.office.archive.FileId;
import org.jspecify.annotations.Nullable;

/**
 * A paper of the file.
 *
 * @param item of the checklist that it answers
 * @param sheets as counted at the counter
 * @param firstPage of the scan, from 1; 0 until the scan is divided
 * @param lastPage of the scan; 0 until then
 * @param part its pages as a file of their own, or null until then
 */
public record CounterPaper(
        String item, int sheets, int firstPage, int lastPage, @Nullable FileId part) {}
