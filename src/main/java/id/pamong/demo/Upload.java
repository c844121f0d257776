package id.pamong.demo;

/** A file that a person chooses in a form. */
final class Upload {
    private final String name;
    private final String mediaType;
    private final byte[] content;

    Upload(String name, String mediaType, byte[] content) {
        this.name = name;
        this.mediaType = mediaType;
        this.content = content;
    }

    String name() {
        return name;
    }

    String mediaType() {
        return mediaType;
    }

    byte[] content() {
        return content;
    }
}
