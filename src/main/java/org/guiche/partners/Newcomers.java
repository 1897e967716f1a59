package org.guiche.partners;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.guiche.accounts.Groups;
import org.guiche.accounts.SignedUp;

/**
 * Whoever signs up with a confirmed address of a company's domain belongs to that company from then on, and sees the own tickets there.
 * Where no company has the domain, or several have it, an administrator decides.
 */
@ApplicationScoped
class Newcomers {

    @Inject
    CompanyDomains domains;

    @Inject
    Groups groups;

    void welcome(@Observes SignedUp newcomer) {
        domains.group(newcomer.email()).ifPresent(group -> groups.join(newcomer.personId(), group, false, null));
    }
}
