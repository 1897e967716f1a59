package org.guiche.support;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;

/**
 * What a provider says of one sign-in: right, or wrong in one way.
 *
 * @param claims over those that a right token has; a null takes one away
 * @param told what it says besides, where the access token is shown
 */
public record OpenIdAnswer(Map<String, Object> claims, Signing signing, Manners manners, Map<String, Object> told) {

    private static final int A_MINUTE = 60;

    /** How the token is signed. */
    public enum Signing {
        RS256,
        ES256,
        PS256,
        NONE,
        HS256_WITH_THE_PUBLIC_KEY,
        HS256_WITH_THE_SECRET,
        ANOTHER_KEY,
        UNKNOWN_KEY
    }

    /** How the place behaves at which codes are exchanged. */
    public enum Manners {
        USUAL,
        FAILING,
        SLOW,
        HUGE,
        ELSEWHERE
    }

    /** A right one for that subject. */
    public static OpenIdAnswer of(String subject) {
        return new OpenIdAnswer(Map.of("sub", subject), Signing.RS256, Manners.USUAL, Map.of("sub", subject));
    }

    /** The same with another claim; a null takes it away. */
    public OpenIdAnswer with(String claim, Object value) {
        var more = new HashMap<>(claims);
        more.put(claim, value);
        return new OpenIdAnswer(more, signing, manners, told);
    }

    /** The same with an address that the provider knows to be theirs. */
    public OpenIdAnswer withVerified(String email) {
        return with("email", email).with("email_verified", true);
    }

    public OpenIdAnswer signed(Signing how) {
        return new OpenIdAnswer(claims, how, manners, told);
    }

    public OpenIdAnswer behaving(Manners how) {
        return new OpenIdAnswer(claims, signing, how, told);
    }

    /** The same, saying so only where the access token is shown. */
    public OpenIdAnswer telling(String claim, Object value) {
        var more = new HashMap<>(told);
        more.put(claim, value);
        return new OpenIdAnswer(claims, signing, manners, more);
    }

    String userInfo() {
        return JSONObjectUtils.toJSONString(told);
    }

    String token(String issuer, String nonce, String access, OpenIdKeys keys) throws JOSEException {
        var now = Instant.now();
        var builder = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(OpenIdProvider.CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(A_MINUTE)))
                .claim("nonce", nonce)
                .claim(
                        "at_hash",
                        AccessTokenHash.compute(new BearerAccessToken(access), JWSAlgorithm.RS256, null)
                                .getValue());
        claims.forEach(builder::claim);
        return keys.sign(builder.build(), signing);
    }
}
