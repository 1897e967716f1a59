package org.guiche.accounts;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.guiche.shared.Cpf;
import org.guiche.shared.Email;
import org.guiche.shared.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * Who came, as the provider says: what we take of its claims, and nothing else.
 *
 * @param email null where the provider knows none that is one
 * @param verified whether the provider knows that the address is theirs
 * @param strong whether a second factor was shown to the provider
 * @param hint the ID token itself, with which the provider is told of the end
 */
record OidcClaims(
        String issuer,
        String subject,
        String name,
        @Nullable String socialName,
        @Nullable Email email,
        boolean verified,
        @Nullable Cpf cpf,
        List<String> groups,
        boolean strong,
        String hint) {

    private static final int LONGEST_NAME = 200;

    OidcClaims {
        groups = List.copyOf(groups);
    }

    /** Reads claims that were found to be the provider's. */
    static OidcClaims of(Map<String, Object> claims, OidcClaimNames names, String hint) {
        return new OidcClaims(
                text(claims, "iss"),
                text(claims, "sub"),
                name(text(claims, names.name())),
                text(claims, "social_name").isEmpty() ? null : name(text(claims, "social_name")),
                Email.looksLike(text(claims, names.email())) ? Email.of(text(claims, names.email())) : null,
                text(claims, "email_verified").equals("true"), // gov.br says it in quotes
                Cpf.looksLike(text(claims, names.cpf())) ? Cpf.of(text(claims, names.cpf())) : null,
                list(claims.get(names.groups())),
                list(claims.get("amr")).contains("mfa"),
                hint);
    }

    private static String text(Map<String, Object> claims, String claim) {
        return Objects.toString(claims.get(claim), "").strip();
    }

    private static String name(String said) {
        var name = said.replaceAll("\\p{Cntrl}+", " ").strip();
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    private static List<String> list(@Nullable Object claim) {
        if (claim instanceof List<?> several) {
            return several.stream().map(String::valueOf).toList();
        }
        return claim instanceof String one ? List.of(one) : List.of();
    }

    /** The address, where the provider knows that it is theirs. */
    @Nullable
    Email verifiedEmail() {
        return verified ? email : null;
    }

    String json() {
        var json = JsonText.object()
                .add("issuer", issuer)
                .add("subject", subject)
                .add("name", name)
                .add("verified", verified)
                .add("groups", JsonText.array(groups))
                .add("strong", strong)
                .add("hint", hint);
        if (socialName != null) {
            json.add("socialName", socialName);
        }
        if (email != null) {
            json.add("email", email.address());
        }
        if (cpf != null) {
            json.add("cpf", cpf.digits());
        }
        return json.build().toString();
    }

    static OidcClaims of(String text) {
        try (var reader = JsonText.reader(text)) {
            return of(reader.readObject());
        }
    }

    private static OidcClaims of(JsonObject json) {
        return new OidcClaims(
                json.getString("issuer"),
                json.getString("subject"),
                json.getString("name"),
                json.getString("socialName", null),
                json.containsKey("email") ? new Email(json.getString("email")) : null,
                json.getBoolean("verified"),
                json.containsKey("cpf") ? new Cpf(json.getString("cpf")) : null,
                json.getJsonArray("groups").getValuesAs(JsonString::getString),
                json.getBoolean("strong"),
                json.getString("hint"));
    }
}
