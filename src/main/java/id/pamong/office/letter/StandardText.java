package id.pamong.office.letter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A text that is agreed to, in both languages; the Indonesian one binds.
 *
 * @param version such as {@code 1.0}; changes with every change of the wording
 */
public record StandardText(TextKind kind, String version, Words title, List<Section> sections) {

    /** The same in Indonesian and English. */
    public record Words(String id, String en) {}

    /** An article: its heading and paragraphs. */
    public record Section(Words heading, List<Words> paragraphs) {
        public Section {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    public StandardText {
        sections = List.copyOf(sections);
    }

    /** The Indonesian text as lines of plain text, with kind and version before it. */
    public String plain() {
        StringBuilder text = new StringBuilder();
        text.append(kind.file()).append(' ').append(version).append('\n');
        text.append(title.id()).append('\n');
        for (Section section : sections) {
            text.append(section.heading().id()).append('\n');
            section.paragraphs().forEach(words -> text.append(words.id()).append('\n'));
        }
        return text.toString();
    }

    /** SHA-256 of {@link #plain()} in UTF-8, lower-case hex: what an acceptance refers to. */
    public String sha256() {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(plain().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
