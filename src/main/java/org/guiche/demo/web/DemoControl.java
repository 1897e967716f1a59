package org.guiche.demo.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.guiche.accounts.web.CurrentUser;
import org.guiche.time.Wording;

/** The demo's clock in the account's menu: for those who supervise, and only where there is a demo. */
@Named
@RequestScoped
public class DemoControl {

    private static final ZoneId BRASILIA = ZoneId.of("America/Sao_Paulo");

    /** In ISO 8601. */
    static final List<String> STEPS = List.of("PT1H", "PT24H", "PT48H", "P7D");

    @Inject
    @ConfigProperty(name = "guiche.demo", defaultValue = "false")
    boolean demo;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    /** Whether the person may let time pass here. */
    public boolean isShown() {
        var person = user.getPerson();
        return demo && person != null && person.isSupervisor();
    }

    /** How far it goes at once, as the bundle and {@link DemoAdvance} know it. */
    public List<String> getSteps() {
        return STEPS;
    }

    /** What time it is in the demo. */
    public String getNow() {
        return new Wording(BRASILIA).absolute(clock.instant());
    }
}
