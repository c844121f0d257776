package id.pamong.office.notification;

/** A file that goes with a message; its bytes are not changed after. */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record Attachment(String fileName, String mediaType, byte[] content) {}
