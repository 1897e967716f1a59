package org.guiche.accounts;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.AccessTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.InvalidHashException;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Speaks OpenID Connect with the provider: authorisation code with PKCE, state and nonce (ADR 31, SECURITY 38). The library makes the
 * requests and checks the tokens; what it leaves open is checked here.
 */
final class OidcClient {

    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final Set<Integer> REFUSING = Set.of(400, 401); // RFC 6749, 5.2

    private final OidcSettings settings;
    private final OidcProvider provider;

    OidcClient(OidcSettings settings, Clock clock) {
        this.settings = settings;
        this.provider = new OidcProvider(settings, clock);
    }

    /** What one sign-in is told apart by: shown by the provider, bound into the token, and only ours. */
    record Marks(String state, String nonce, String verifier) {

        static Marks random() {
            return new Marks(Secrets.random(), Secrets.random(), Secrets.random());
        }
    }

    /** Where somebody is sent who wants to come in. */
    URI askAt(Marks marks) {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        new Scope(settings.scopes().toArray(new String[0])),
                        new ClientID(settings.clientId()),
                        settings.callback())
                .endpointURI(provider.metadata().getAuthorizationEndpointURI())
                .state(new State(marks.state()))
                .nonce(new Nonce(marks.nonce()))
                .codeChallenge(new CodeVerifier(marks.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /** Whom the code is for. Refuses all that is not exactly the provider's answer to this sign-in. */
    OidcClaims redeem(String code, String nonce, String verifier) {
        var tokens = tokens(code, verifier);
        try {
            if (!(tokens.getIDToken() instanceof SignedJWT signed)) {
                throw new OidcRefused(OidcRefusal.INVALID, "the ID token is not signed");
            }
            provider.validator().validate(signed, new Nonce(nonce));
            var claims = new HashMap<>(signed.getPayload().toJSONObject());
            requireWhatIsLeftOpen(claims);
            requireHash(signed, claims, tokens);
            addFromUserInfo(claims, tokens);
            return OidcClaims.of(claims, settings.names(), signed.getParsedString());
        } catch (BadJOSEException | InvalidHashException e) {
            throw new OidcRefused(OidcRefusal.INVALID, e);
        } catch (JOSEException | IOException | ParseException e) { // keys or claims could not be had
            throw new OidcRefused(OidcRefusal.AWAY, e);
        }
    }

    private OIDCTokens tokens(String code, String verifier) {
        var grant = new AuthorizationCodeGrant(
                new AuthorizationCode(code), settings.callback(), new CodeVerifier(verifier));
        var request =
                new TokenRequest.Builder(provider.metadata().getTokenEndpointURI(), authentication(), grant).build();
        try {
            var answer = OIDCTokenResponseParser.parse(request.toHTTPRequest().send(provider.web()));
            if (!(answer instanceof OIDCTokenResponse tokens)) {
                var status = answer.toErrorResponse().getErrorObject().getHTTPStatusCode();
                throw new OidcRefused(
                        REFUSING.contains(status) ? OidcRefusal.INVALID : OidcRefusal.AWAY,
                        "the token endpoint answers " + status);
            }
            return tokens.getOIDCTokens();
        } catch (IOException | ParseException e) {
            throw new OidcRefused(OidcRefusal.AWAY, e);
        }
    }

    private ClientAuthentication authentication() {
        var id = new ClientID(settings.clientId());
        var secret = new Secret(settings.clientSecret());
        var methods = provider.metadata().getTokenEndpointAuthMethods();
        var posted = methods != null
                && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST);
        return posted ? new ClientSecretPost(id, secret) : new ClientSecretBasic(id, secret);
    }

    /** A token for several is ours only where it says so; one that begins later is none yet. */
    private void requireWhatIsLeftOpen(Map<String, Object> claims) {
        var several = claims.get("aud") instanceof List<?> audience && audience.size() > 1;
        if ((several || claims.containsKey("azp")) && !settings.clientId().equals(claims.get("azp"))) {
            throw new OidcRefused(OidcRefusal.INVALID, "for several, and not issued to us");
        }
        var latest = Clock.systemUTC().instant().plus(SKEW).getEpochSecond();
        if (claims.get("nbf") instanceof Number begins && begins.longValue() > latest) {
            throw new OidcRefused(OidcRefusal.INVALID, "not valid yet");
        }
        if (!(claims.get("sub") instanceof String subject) || subject.isBlank()) {
            throw new OidcRefused(OidcRefusal.INVALID, "for nobody");
        }
    }

    private static void requireHash(SignedJWT signed, Map<String, Object> claims, OIDCTokens tokens)
            throws InvalidHashException {
        if (claims.get("at_hash") instanceof String hash) {
            AccessTokenValidator.validate(
                    tokens.getAccessToken(), signed.getHeader().getAlgorithm(), new AccessTokenHash(hash));
        }
    }

    /** Some providers say in the ID token only who somebody is, the rest where the access token is shown. The ID token counts first. */
    private void addFromUserInfo(Map<String, Object> claims, OIDCTokens tokens) throws IOException, ParseException {
        var address = provider.metadata().getUserInfoEndpointURI();
        if (address == null || claims.containsKey(settings.names().email())) {
            return;
        }
        var request = new UserInfoRequest(address, tokens.getAccessToken());
        var answer = UserInfoResponse.parse(request.toHTTPRequest().send(provider.web()));
        if (!answer.indicatesSuccess() || answer.toSuccessResponse().getUserInfo() == null) {
            return;
        }
        var told = answer.toSuccessResponse().getUserInfo().toJSONObject();
        if (!Objects.equals(claims.get("sub"), told.get("sub"))) {
            throw new OidcRefused(OidcRefusal.INVALID, "the user info is somebody else's");
        }
        told.forEach(claims::putIfAbsent);
    }

    /** Where the provider ends its own session, if it has such a place; it sends the person back to our door. */
    Optional<URI> leaveAt(String hint) {
        var back = URI.create(settings.baseUrl() + "/accounts/signin");
        if (settings.govbr()) { // names its place in no document, and takes no hint: the CPF would stand in an address
            return Optional.of(new LogoutRequest(settings.issuer().resolve("/logout"), null, back, null).toURI());
        }
        try {
            var address = provider.metadata().getEndSessionEndpointURI();
            var token = SignedJWT.parse(hint);
            return Optional.ofNullable(address).map(at -> new LogoutRequest(at, token, back, null).toURI());
        } catch (java.text.ParseException e) {
            throw new IllegalArgumentException("a hint that was a token once", e);
        } catch (OidcRefused away) {
            return Optional.empty(); // our session has ended; theirs ends by itself
        }
    }
}
