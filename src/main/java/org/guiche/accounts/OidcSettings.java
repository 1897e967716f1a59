package org.guiche.accounts;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.guiche.shared.Email;
import org.guiche.shared.Texts;

/**
 * What the operator says about sign-in through OpenID Connect ({@code guiche.oidc.*}, ADR 31). Without an issuer, a client and its
 * secret there is none.
 *
 * @param baseUrl where people reach us: the only beginning of the address that the provider sends them back to
 * @param govbr the identity of the federal government: {@code sub} is the CPF, signing out has an address of its own (BRAZIL 9)
 * @param roles which roles a group of the provider's stands for
 * @param creates whether somebody may come in who has no account yet
 * @param domains of the addresses that may come in; none: all
 * @param trusted whether the provider's word counts as a second factor
 */
record OidcSettings(
        URI issuer,
        String clientId,
        String clientSecret,
        String baseUrl,
        boolean govbr,
        List<String> scopes,
        String label,
        OidcClaimNames names,
        Map<String, Set<Role>> roles,
        boolean creates,
        Set<String> domains,
        boolean trusted) {

    private static final Pattern BLANK = Pattern.compile("[\\s,]+");
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final Pattern SEMICOLON = Pattern.compile("\\s*;\\s*");

    /** Read when they are first asked for. */
    private static final class Installation {

        private static final Optional<OidcSettings> SETTINGS =
                of(name -> ConfigProvider.getConfig().getOptionalValue(name, String.class));
    }

    /** Those of this installation, nothing where nobody signs in that way. */
    static Optional<OidcSettings> present() {
        return Installation.SETTINGS;
    }

    /** Reads them by their names. */
    static Optional<OidcSettings> of(Function<String, Optional<String>> all) {
        Function<String, String> own =
                name -> all.apply(name).map(String::strip).orElse("");
        if (Stream.of("guiche.oidc.issuer", "guiche.oidc.client.id", "guiche.oidc.client.secret")
                .map(own)
                .anyMatch(String::isEmpty)) {
            return Optional.empty();
        }
        var govbr = own.apply("guiche.oidc.preset").equals("govbr");
        var scopes = or(own.apply("guiche.oidc.scopes"), govbr ? OidcClaimNames.GOVBR_SCOPES : "openid email profile");
        var label =
                or(own.apply("guiche.oidc.label"), Texts.get(govbr ? "accounts.oidc.govbr" : "accounts.oidc.label"));
        return Optional.of(new OidcSettings(
                URI.create(own.apply("guiche.oidc.issuer")),
                own.apply("guiche.oidc.client.id"),
                own.apply("guiche.oidc.client.secret"),
                all.apply("guiche.base.url").orElse("http://localhost:8080").replaceFirst("/+$", ""),
                govbr,
                Stream.concat(Stream.of("openid"), BLANK.splitAsStream(scopes))
                        .distinct()
                        .toList(),
                label,
                OidcClaimNames.of(own, govbr),
                roles(own.apply("guiche.oidc.roles")),
                Boolean.parseBoolean(own.apply("guiche.oidc.create")),
                split(COMMA, own.apply("guiche.oidc.domains").toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet()),
                Boolean.parseBoolean(own.apply("guiche.oidc.trusted"))));
    }

    private static String or(String value, String other) {
        return value.isEmpty() ? other : value;
    }

    private static Stream<String> split(Pattern at, String list) {
        return list.isEmpty() ? Stream.empty() : at.splitAsStream(list);
    }

    /** {@code helpdesk=AGENT_N1; cn=chefes,dc=ipe=SUPERVISOR; cn=chefes,dc=ipe=AGENT_N2}. */
    private static Map<String, Set<Role>> roles(String map) {
        return split(SEMICOLON, map)
                .map(pair -> pair.split("\\s*=\\s*(?=[A-Z0-9_]+$)", 2))
                .collect(Collectors.groupingBy(
                        pair -> pair[0], Collectors.mapping(pair -> Role.valueOf(pair[1]), Collectors.toSet())));
    }

    /** The roles that follow from the provider's groups; no others are ever given or taken. */
    Set<Role> named() {
        return roles.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    /** Of those, the ones that these groups stand for. */
    Set<Role> given(List<String> groups) {
        return groups.stream()
                .flatMap(group -> roles.getOrDefault(group, Set.of()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether somebody with that address may come in this way. */
    boolean admits(Email email) {
        return domains.isEmpty()
                || domains.contains(email.address().substring(email.address().indexOf('@') + 1));
    }

    /** Where the provider sends people back to. */
    URI callback() {
        return URI.create(baseUrl + "/accounts/oidc/callback");
    }

    /** Whether that provider's name of it is ours: to the letter (OpenID Connect Core 3.1.3.7). */
    boolean isIssuer(String name) {
        return issuer.toString().equals(name);
    }

    @Override
    public String toString() {
        return "OpenID Connect by " + issuer + Arrays.asList(scopes); // never the secret
    }
}
