package id.pamong.office.protection;

import id.pamong.office.installation.StartRefusal;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The default: {@code service.key} in the key folder, made at the first start. */
record FileServiceKey(KeyFile file, KeyFile nextFile) implements ServiceKey {
    static FileServiceKey in(Path folder) {
        return new FileServiceKey(
                new KeyFile(folder.resolve("service.key")),
                new KeyFile(folder.resolve("service.key.next")));
    }

    @Override
    public SecretKey current(boolean mayCreate) {
        if (file.exists()) {
            return file.read();
        }
        if (!mayCreate) {
            throw new StartRefusal(
                    "Kunci layanan "
                            + file.path()
                            + " tidak ada, padahal data ini disegel dengannya: kembalikan kunci itu"
                            + " dari cadangannya atau tunjuk foldernya dengan --keys DIR.",
                    "The service key "
                            + file.path()
                            + " is missing, and these data are sealed with it: bring it back from"
                            + " its backup or name its folder by --keys DIR.");
        }
        SecretKey made = random();
        file.write(made);
        return made;
    }

    @Override
    public SecretKey next() {
        SecretKey made = random();
        nextFile.write(made);
        return made;
    }

    @Override
    public Optional<SecretKey> pending() {
        return nextFile.exists() ? Optional.of(nextFile.read()) : Optional.empty();
    }

    @Override
    public void adoptNext() {
        nextFile.renameTo(file);
    }

    private static SecretKey random() {
        byte[] bytes = new byte[KeyFile.LENGTH];
        new SecureRandom().nextBytes(bytes);
        return new SecretKeySpec(bytes, "AES");
    }
}
