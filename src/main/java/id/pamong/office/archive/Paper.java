package id.pamong.office.archive;

/**
 * A paper that passed the intake: clean bytes, ready for {@link Archive#store}. PDF, JPEG or PNG
 * without author, position, XMP, scripts and attachments; a signed PDF as it came.
 */
public final class Paper {
    private final byte[] content;
    private final String mediaType;
    private final int pages;
    private final boolean signed;
    private final String uploadSha256;

    Paper(byte[] content, String mediaType, int pages, boolean signed, String uploadSha256) {
        this.content = content;
        this.mediaType = mediaType;
        this.pages = pages;
        this.signed = signed;
        this.uploadSha256 = uploadSha256;
    }

    /** The clean bytes; not copied. */
    public byte[] content() {
        return content;
    }

    /** {@code application/pdf}, {@code image/jpeg} or {@code image/png}. */
    public String mediaType() {
        return mediaType;
    }

    /** Number of pages; 1 for a picture. */
    public int pages() {
        return pages;
    }

    /** Whether this is a PDF with a signature, kept byte for byte. */
    public boolean isSigned() {
        return signed;
    }

    /** SHA-256 of the bytes as they arrived; lower-case hex. */
    public String uploadSha256() {
        return uploadSha256;
    }
}
