package id.pamong.office.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How the owner of the tables reaches the database; used while starting and then forgotten.
 *
 * @param url JDBC URL without secrets
 */
record OwnerAccess(String url, String user, String password) {

    /**
     * The password of the application's role: derived, so that every node of one database finds the
     * same, and nobody needs to keep it.
     */
    String applicationPassword() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] derived = mac.doFinal("pamong_app/1".getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(derived);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "OwnerAccess[" + url + ", " + user + "]";
    }
}
