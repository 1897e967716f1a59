package org.guiche.support;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.util.List;
import java.util.UUID;

/** The keys of a provider, and all the ways in which a token may be signed with them and without. */
final class OpenIdKeys {

    private static final int BITS = 2048;

    private volatile RSAKey rsa = rsa();
    private final ECKey ec;
    private final RSAKey foreign = rsa();

    OpenIdKeys() {
        try {
            ec = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey rsa() {
        try {
            return new RSAKeyGenerator(BITS).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    void rotate() {
        rsa = rsa();
    }

    String published() {
        return new JWKSet(List.of(rsa, ec)).toPublicJWKSet().toString();
    }

    String sign(JWTClaimsSet claims, OpenIdAnswer.Signing how) throws JOSEException {
        return switch (how) {
            case RS256 -> sign(claims, JWSAlgorithm.RS256, rsa.getKeyID(), new RSASSASigner(rsa));
            case PS256 -> sign(claims, JWSAlgorithm.PS256, rsa.getKeyID(), new RSASSASigner(rsa));
            case ES256 -> sign(claims, JWSAlgorithm.ES256, ec.getKeyID(), new ECDSASigner(ec));
            case NONE -> new PlainJWT(claims).serialize();
            case HS256_WITH_THE_PUBLIC_KEY ->
                sign(
                        claims,
                        JWSAlgorithm.HS256,
                        rsa.getKeyID(),
                        new MACSigner(rsa.toPublicKey().getEncoded()));
            case HS256_WITH_THE_SECRET ->
                sign(claims, JWSAlgorithm.HS256, rsa.getKeyID(), new MACSigner(OpenIdProvider.SECRET.repeat(3)));
            case ANOTHER_KEY -> sign(claims, JWSAlgorithm.RS256, rsa.getKeyID(), new RSASSASigner(foreign));
            case UNKNOWN_KEY -> sign(claims, JWSAlgorithm.RS256, foreign.getKeyID(), new RSASSASigner(foreign));
        };
    }

    private static String sign(JWTClaimsSet claims, JWSAlgorithm algorithm, String kid, JWSSigner signer)
            throws JOSEException {
        var token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(kid).build(), claims);
        token.sign(signer);
        return token.serialize();
    }
}
