package id.pamong.office.database;

import id.pamong.office.installation.StartRefusal;
import java.io.IOException;
import java.nio.file.Path;

/** What went wrong with a folder, as a sentence for the console. */
final class DiskRefusals {
    private DiskRefusals() {}

    static StartRefusal explain(IOException e, Path folder) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("No space left") || message.contains("Disk quota")) {
            return new StartRefusal(
                    "Ruang disk untuk "
                            + folder
                            + " habis: kosongkan sebagian atau pilih folder lain dengan --data"
                            + " DIR.",
                    "The disk of "
                            + folder
                            + " is full: free some space or choose another folder by --data DIR.",
                    e);
        }
        return new StartRefusal(
                "Basis data di " + folder + " tidak dapat dijalankan: " + message,
                "The database in " + folder + " cannot be started: " + message,
                e);
    }
}
