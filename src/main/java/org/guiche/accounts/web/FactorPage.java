package org.guiche.accounts.web;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.guiche.accounts.FactorSetUp;
import org.guiche.accounts.SecondFactors;
import org.guiche.accounts.SignInPolicy;
import org.guiche.shared.Clocks;
import org.guiche.shared.web.LocalPath;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code accounts/factor.xhtml}: sets a second factor up. The secret and the recovery codes stand in the answers to the forms only, so
 * that whoever opens the page later does not find them there.
 */
@Named
@RequestScoped
public class FactorPage {

    private static final String NEXT = "next";

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentUser user;

    @EJB
    SecondFactors factors;

    @EJB
    SignInPolicy policy;

    @Inject
    Clocks clocks;

    private String present = "";
    private String code = "";
    private List<String> codes = List.of();
    private @Nullable Looked looked;
    private @Nullable Boolean isOn;

    /** What is being set up; nothing before it begins. */
    private record Looked(Optional<FactorSetUp> setUp) {}

    /** Makes a secret; whoever signed in a while ago shows the password again. */
    public void begin() {
        var person = user.get();
        looked = new Looked(Optional.of(isFresh() ? factors.begin(person) : factors.begin(person, present)));
    }

    /** The app's first code: from here on it counts. */
    public void confirm() {
        codes = factors.confirm(user.get(), code);
    }

    private Optional<FactorSetUp> setUp() {
        var known = looked;
        if (known == null) {
            var isAsked = request.getMethod().equals("POST") && "scan".equals(request.getParameter("stage"));
            known = new Looked(isAsked ? factors.begun(user.get()) : Optional.empty());
            looked = known;
        }
        return known.setUp();
    }

    /** Whether the picture is shown and its first code is asked for. */
    public boolean isScanning() {
        return codes.isEmpty() && setUp().isPresent();
    }

    /** Whether there is one already. */
    public boolean isOn() {
        if (isOn == null) {
            isOn = factors.state(user.get()).isOn();
        }
        return isOn && codes.isEmpty();
    }

    /** Whether nothing has begun yet. */
    public boolean isBeginning() {
        return codes.isEmpty() && !isScanning() && !isOn();
    }

    /** Whether the person can do nothing else before. */
    public boolean isNeeded() {
        return policy.bars(user.get());
    }

    /** Whether the password need not be asked for again. */
    public boolean isFresh() {
        return Session.isFresh(request, clocks.withoutLeaps());
    }

    /** The picture for the telephone's camera. */
    public QrCode getPicture() {
        return QrCode.of(getUri());
    }

    /** The same as an address, which an app on this very telephone opens. */
    public String getUri() {
        return setUp().map(FactorSetUp::uri).orElse("");
    }

    /** The same to be typed. */
    public String getSecret() {
        return setUp().map(FactorSetUp::secret).orElse("");
    }

    /** The recovery codes, this one time. */
    public List<String> getCodes() {
        return codes;
    }

    /** The same, one a line, to be kept somewhere. */
    public String getCodesText() {
        return String.join("\n", codes);
    }

    /** Where one goes on afterwards, on all ways through this page. */
    public String getNext() {
        var next = request.getParameter(NEXT);
        return next == null ? "/" : LocalPath.safe(next);
    }

    public String getPresent() {
        return present;
    }

    public void setPresent(String present) {
        this.present = present;
    }

    public String getCode() {
        return "";
    }

    public void setCode(String code) {
        this.code = code;
    }
}
