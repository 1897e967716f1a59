package org.guiche.accounts.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.guiche.accounts.Oidc;
import org.guiche.accounts.OidcRefusal;
import org.guiche.shared.Texts;
import org.guiche.shared.web.LocalPath;

/** The button on the page of signing in that leads to the provider, and why that failed a moment ago. */
@Named
@RequestScoped
public class OidcButton {

    @Inject
    HttpServletRequest request;

    /** Whether there is one. */
    public boolean isOn() {
        return Oidc.isOn();
    }

    public String getLabel() {
        return Oidc.label();
    }

    /** Where it leads, and on to the page first asked for. */
    public String getHref() {
        var next = request.getParameter("next");
        var path = next == null ? "/" : LocalPath.safe(next);
        return "/accounts/oidc" + (path.equals("/") ? "" : "?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8));
    }

    /** Why nobody came in, in words of ours; empty where nothing failed. */
    public String getProblem() {
        var word = request.getParameter("oidc");
        return Arrays.stream(OidcRefusal.values())
                .filter(refusal -> refusal.word().equals(word))
                .map(refusal -> Texts.get("accounts.oidc.refused." + refusal.word()))
                .findFirst()
                .orElse("");
    }
}
