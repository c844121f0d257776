package id.pamong.office.page.form;

import id.pamong.office.page.SubmittedForm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Reads {@code multipart/form-data} (RFC 7578) as a stream: texts and secrets into memory, files
 * straight into encrypted spools. Beyond the bounds it keeps reading texts it can still hold, so
 * that they can be offered back, and throws the rest away.
 */
final class MultipartReader {
    private final PartStream parts;
    private final ParsedForm form;
    private final FormBounds bounds;
    private final Path folder;

    private MultipartReader(PartStream parts, ParsedForm form, FormBounds bounds, Path folder) {
        this.parts = parts;
        this.form = form;
        this.bounds = bounds;
        this.folder = folder;
    }

    static void read(
            InputStream in, String boundary, ParsedForm form, FormBounds bounds, Path folder)
            throws IOException {
        try (PartStream parts =
                new PartStream(in, boundary.getBytes(StandardCharsets.ISO_8859_1))) {
            MultipartReader reader = new MultipartReader(parts, form, bounds, folder);
            while (parts.next()) {
                reader.readPart(PartHead.of(parts.head()));
            }
        }
    }

    private void readPart(PartHead head) throws IOException {
        if (head.isFile()) {
            readFile(head);
        } else if (SubmittedForm.SECRETS.contains(head.name())) {
            readSecret(head.name());
        } else {
            readText(head.name());
        }
        bounds.afterField(form);
    }

    private void readSecret(String name) throws IOException {
        WipedBuffer secret = new WipedBuffer();
        try {
            parts.copyTo((bytes, from, length) -> {
                if (secret.size() + length > FormBounds.SECRET) {
                    throw new UnreadableForm("a secret is longer than any may be");
                }
                secret.take(bytes, from, length);
            });
            form.addSecret(name, secret.toSecret());
        } finally {
            secret.wipe();
        }
    }

    private void readText(String name) throws IOException {
        WipedBuffer text = new WipedBuffer();
        long before = form.count();
        parts.copyTo((bytes, from, length) -> {
            bounds.countText(length);
            if (text.size() + length <= FormBounds.TEXTS && before <= FormBounds.FIELDS) {
                text.take(bytes, from, length);
            }
        });
        if (before <= FormBounds.FIELDS) {
            form.addText(name, text.toText());
        }
    }

    private void readFile(PartHead head) throws IOException {
        if (bounds.isExceeded()) {
            parts.copyTo((bytes, from, length) -> {});
            return;
        }
        EncryptedSpool spool = new EncryptedSpool(folder, head.shortFileName());
        boolean kept = false;
        try {
            parts.copyTo((bytes, from, length) -> {
                if (!bounds.isExceeded()) {
                    spool.take(bytes, from, length);
                }
            });
            // A field without a chosen file comes with an empty name; a chosen empty file has one.
            kept = !bounds.isExceeded() && (spool.size() > 0 || !head.shortFileName().isEmpty());
            if (kept) {
                spool.finish();
                form.addFile(head.name(), spool);
            }
        } finally {
            if (!kept) {
                spool.close();
            }
        }
    }
}
