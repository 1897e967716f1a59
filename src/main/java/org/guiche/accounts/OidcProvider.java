package org.guiche.accounts;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderConfigurationRequest;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The provider: what it says of itself, and its keys; both kept for a while, the keys fetched anew where one is not known. */
final class OidcProvider {

    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration KEYS_KEPT = Duration.ofMinutes(15);
    private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(30); // twice in that time at most
    private static final int SKEW_SECONDS = 60;

    /** Signed with a key of the provider's own: never {@code none}, never with a shared secret. */
    static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256, JWSAlgorithm.PS256);

    private final OidcSettings settings;
    private final Clock clock;
    private final OidcWeb web;
    private volatile @Nullable Known known;

    /** What is kept of it. */
    private record Known(OIDCProviderMetadata metadata, IDTokenValidator validator, Instant until) {}

    OidcProvider(OidcSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.web = new OidcWeb(settings.issuer());
    }

    OidcWeb web() {
        return web;
    }

    /** Its addresses. Refuses where it cannot be asked, and whoever says to be another. */
    OIDCProviderMetadata metadata() {
        return known().metadata();
    }

    /** What checks its tokens. */
    IDTokenValidator validator() {
        return known().validator();
    }

    private Known known() {
        var kept = known;
        if (kept == null || !clock.instant().isBefore(kept.until())) {
            kept = discover();
            known = kept;
        }
        return kept;
    }

    private Known discover() {
        try {
            var address = new OIDCProviderConfigurationRequest(new Issuer(settings.issuer()))
                    .toHTTPRequest()
                    .getURI();
            var metadata = OIDCProviderMetadata.parse(JSONObjectUtils.parse(web.get(address)));
            require(metadata);
            var until = clock.instant().plus(KEPT);
            return new Known(metadata, validator(keys(metadata.getJWKSetURI())), until);
        } catch (IOException | ParseException e) {
            throw new OidcRefused(OidcRefusal.AWAY, e);
        }
    }

    private void require(OIDCProviderMetadata metadata) throws ParseException {
        if (!settings.isIssuer(metadata.getIssuer().getValue())) {
            throw new ParseException("the provider says to be another");
        }
        if (metadata.getAuthorizationEndpointURI() == null
                || metadata.getTokenEndpointURI() == null
                || metadata.getJWKSetURI() == null) {
            throw new ParseException("the provider names no address to sign in at");
        }
        Stream.of(
                        metadata.getAuthorizationEndpointURI(),
                        metadata.getTokenEndpointURI(),
                        metadata.getJWKSetURI(),
                        metadata.getUserInfoEndpointURI(),
                        metadata.getEndSessionEndpointURI())
                .filter(address -> address != null)
                .forEach(address -> OidcNetwork.require(address, settings.issuer()));
    }

    private JWKSource<SecurityContext> keys(URI address) throws MalformedURLException {
        return JWKSourceBuilder.<SecurityContext>create(
                        address.toURL(), url -> new Resource(web.get(URI.create(url.toString())), "application/json"))
                .cache(KEYS_KEPT.toMillis(), OidcWeb.IN_ALL.toMillis())
                .refreshAheadCache(false)
                .rateLimited(BETWEEN_FETCHES.toMillis())
                .build();
    }

    private IDTokenValidator validator(JWKSource<SecurityContext> keys) {
        var validator = new IDTokenValidator(
                new Issuer(settings.issuer()),
                new ClientID(settings.clientId()),
                new JWSVerificationKeySelector<>(ALGORITHMS, keys),
                null);
        validator.setMaxClockSkew(SKEW_SECONDS);
        return validator;
    }
}
