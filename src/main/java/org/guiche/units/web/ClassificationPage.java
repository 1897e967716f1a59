package org.guiche.units.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.guiche.units.web.PartInput.Members;

/** Backs {@code units/classification.xhtml}: what a request may be, with its priority and targets, or a new one. */
@Named
@RequestScoped
public class ClassificationPage extends ListedPage {

    static final Members MEMBERS = new Members(
            List.of(NAME, "description", "priority"), List.of("recommended"), List.of("firstResponse", "resolution"));

    public ClassificationPage() {
        super("classifications", "classification", "units.classification.gone", MEMBERS);
    }
}
