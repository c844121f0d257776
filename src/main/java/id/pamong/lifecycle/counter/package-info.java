/**
 * Applications that come on paper: received at the counter against a numbered receipt, scanned,
 * divided into papers, keyed by staff, marked as true copies and put on a shelf. The applicant
 * confirms what was keyed in person, so that an officer can never make a certificate for another.
 *
 * <p>Loket berkas kertas: tanda terima, pindaian, isian oleh petugas, sesuai asli, tempat simpan
 * (MDN-10(1), 11(4), 17a).
 */
@ApplicationModule(displayName = "Counter")
@NullMarked
package id.pamong.lifecycle.counter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
