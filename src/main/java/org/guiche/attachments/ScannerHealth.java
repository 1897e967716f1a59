package org.guiche.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says how the scanner was found, and never that the node is down: all but new files is there without it. */
@Readiness
@ApplicationScoped
public class ScannerHealth implements HealthCheck {

    @Inject
    Scanner scanner;

    @Override
    public HealthCheckResponse call() {
        var standing = scanner.standing();
        var found = standing != null && standing.answers() ? "answers" : "away";
        return HealthCheckResponse.named("scanner")
                .withData("scanner", scanner.isThere() ? found : "none")
                .up()
                .build();
    }
}
