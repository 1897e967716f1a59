package org.guiche.accounts;

import java.util.function.Function;

/**
 * What the provider calls what we want to know of somebody. Empty: it does not say that.
 *
 * @param cpf a claim that the provider vouches for
 */
record OidcClaimNames(String cpf, String email, String name, String groups) {

    static final String GOVBR_SCOPES = "openid email profile govbr_confiabilidades govbr_confiabilidades_idtoken";

    /** As the settings say; the CPF only where they name its claim: not every provider vouches for one. */
    static OidcClaimNames of(Function<String, String> setting, boolean govbr) {
        return new OidcClaimNames(
                read(setting, "guiche.oidc.claim.cpf", govbr ? "sub" : ""),
                read(setting, "guiche.oidc.claim.email", "email"),
                read(setting, "guiche.oidc.claim.name", "name"),
                read(setting, "guiche.oidc.claim.groups", govbr ? "" : "groups"));
    }

    private static String read(Function<String, String> setting, String key, String usual) {
        var said = setting.apply(key);
        return said.isEmpty() ? usual : said;
    }
}
