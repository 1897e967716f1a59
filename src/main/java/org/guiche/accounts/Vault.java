package org.guiche.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Keeps secrets that have to be read again, as those of second factors, under a key that the database does not have: AES-256-GCM, tied to
 * what they are for. The first key seals, all of them open, so that a key can be changed (ADR 26).
 */
@ApplicationScoped
class Vault {

    private static final int NAME_BYTES = 4;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final List<byte[]> keys;

    Vault() {
        this(KeyFile.keys(ConfigProvider.getConfig()));
    }

    Vault(List<byte[]> keys) {
        this.keys = keys.stream().map(byte[]::clone).toList();
    }

    /** There is a key from the first start on, and one that cannot be used is told at once. */
    void begin(@Observes @Initialized(ApplicationScoped.class) Object application) {
        name(keys.get(0));
    }

    /** Closed, with the name of its key before it. */
    String seal(byte[] secret, String purpose) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, keys.get(0), nonce, purpose, secret);
        var whole = ByteBuffer.allocate(NAME_BYTES + NONCE_BYTES + sealed.length)
                .put(name(keys.get(0)))
                .put(nonce)
                .put(sealed);
        return Base64.getEncoder().encodeToString(whole.array());
    }

    /** The secret; refuses what was sealed with a key that is not here, for something else, or changed since. */
    byte[] open(String sealed, String purpose) {
        var whole = Base64.getDecoder().decode(sealed);
        var key = keys.stream()
                .filter(one -> isOf(one, whole))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("the key that closed it is not among this installation's"));
        var nonce = Arrays.copyOfRange(whole, NAME_BYTES, NAME_BYTES + NONCE_BYTES);
        var rest = Arrays.copyOfRange(whole, NAME_BYTES + NONCE_BYTES, whole.length);
        return run(Cipher.DECRYPT_MODE, key, nonce, purpose, rest);
    }

    /** The same under the first key; as it is where that closed it. */
    String renew(String sealed, String purpose) {
        var isOfFirst = isOf(keys.get(0), Base64.getDecoder().decode(sealed));
        return isOfFirst ? sealed : seal(open(sealed, purpose), purpose);
    }

    private static boolean isOf(byte[] key, byte[] whole) {
        return Arrays.equals(name(key), Arrays.copyOf(whole, NAME_BYTES));
    }

    private static byte[] name(byte[] key) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(key), NAME_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] run(int mode, byte[] key, byte[] nonce, String purpose, byte[] text) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("it was closed for something else, or changed since", e);
        }
    }
}
