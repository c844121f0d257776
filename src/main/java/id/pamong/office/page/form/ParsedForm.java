package id.pamong.office.page.form;

import id.pamong.office.page.SpooledFile;
import id.pamong.office.page.SubmittedForm;
import id.pamong.office.protection.SecretBytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The form of one request while it is read and used. */
final class ParsedForm implements SubmittedForm, AutoCloseable {
    private final Map<String, List<String>> texts = new LinkedHashMap<>();
    private final Map<String, SecretBytes> secrets = new LinkedHashMap<>();
    private final Map<String, List<EncryptedSpool>> files = new LinkedHashMap<>();
    private int count;

    void addText(String name, String value) {
        texts.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
        count++;
    }

    /** Of two values for one secret the last one counts; the other is wiped. */
    void addSecret(String name, SecretBytes value) {
        SecretBytes before = secrets.put(name, value);
        if (before != null) {
            before.close();
        }
        count++;
    }

    void addFile(String name, EncryptedSpool file) {
        files.computeIfAbsent(name, any -> new ArrayList<>()).add(file);
        count++;
    }

    int count() {
        return count;
    }

    Map<String, List<String>> texts() {
        return texts;
    }

    /** Whether it has what cannot be offered back. */
    boolean leavesSomethingOut() {
        return !secrets.isEmpty() || !files.isEmpty();
    }

    @Override
    public String text(String name) {
        List<String> values = texts.get(name);
        return values == null ? "" : values.getFirst().strip();
    }

    @Override
    public List<String> texts(String name) {
        return texts.getOrDefault(name, List.of()).stream().map(String::strip).toList();
    }

    @Override
    public boolean has(String name) {
        return texts.containsKey(name) || secrets.containsKey(name) || files.containsKey(name);
    }

    @Override
    public Optional<SecretBytes> secret(String name) {
        if (!SECRETS.contains(name)) {
            throw new IllegalArgumentException(name + " is not read as a secret");
        }
        return Optional.ofNullable(secrets.get(name)).filter(secret -> secret.length() > 0);
    }

    @Override
    public Optional<SpooledFile> file(String name) {
        return files(name).stream().findFirst();
    }

    @Override
    public List<SpooledFile> files(String name) {
        return List.copyOf(files.getOrDefault(name, List.of()));
    }

    /** Wipes the secrets and lets the files go. */
    @Override
    public void close() throws IOException {
        secrets.values().forEach(SecretBytes::close);
        IOException failed = null;
        for (EncryptedSpool file : files.values().stream().flatMap(List::stream).toList()) {
            try {
                file.close();
            } catch (IOException e) {
                failed = e;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }
}
