package org.guiche.accounts.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.LinkedHashSet;
import java.util.Set;
import org.guiche.accounts.Person;
import org.guiche.accounts.SecondStep;
import org.guiche.accounts.SignIn;
import org.guiche.accounts.SignInResult;

/** Jakarta Security's view of our tables of people. */
@ApplicationScoped
public class PeopleStore implements IdentityStore {

    @Inject
    SignIn signIn;

    @Inject
    SecondStep secondStep;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (credential instanceof SignInCredential shown) {
            var visit = shown.visit();
            shown.ended(signIn.authenticate(shown.login(), shown.password(), visit.address(), visit.deviceToken()));
            return of(shown);
        }
        if (credential instanceof CodeCredential shown) {
            shown.ended(secondStep.finish(shown.needed(), shown.code(), shown.isRemembered(), shown.visit()));
            return of(shown);
        }
        return CredentialValidationResult.NOT_VALIDATED_RESULT;
    }

    private static CredentialValidationResult of(EntryCredential credential) {
        return credential.result() instanceof SignInResult.Accepted accepted
                ? new CredentialValidationResult(Long.toString(accepted.person().id()), groups(accepted.person()))
                : CredentialValidationResult.INVALID_RESULT;
    }

    /** The container's groups of a person. */
    static Set<String> groups(Person person) {
        var groups = new LinkedHashSet<String>();
        groups.add(person.isStaff() ? "staff" : "customer");
        if (person.isSupervisor()) {
            groups.add("supervisor");
        }
        if (person.isAdministrator()) {
            groups.add("administrator");
        }
        return groups;
    }
}
