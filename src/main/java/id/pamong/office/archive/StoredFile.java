package id.pamong.office.archive;

import java.time.Instant;

/**
 * What the archive knows about a file without opening it.
 *
 * @param mediaType such as {@code application/pdf}
 * @param size bytes as stored, before encryption
 * @param sha256 of the bytes as stored, before encryption; lower-case hex
 * @param uploadSha256 of the bytes as they arrived, before metadata was removed; lower-case hex
 * @param pages number of pages; 1 for a picture, 0 where pages mean nothing
 * @param signed whether it is a PDF that carries a signature and was therefore kept byte for byte
 */
public record StoredFile(
        FileId id,
        FileKind kind,
        String mediaType,
        long size,
        String sha256,
        String uploadSha256,
        int pages,
        boolean signed,
        Instant storedAt) {}
