package org.guiche.accounts.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import org.guiche.shared.Texts;
import org.guiche.shared.web.Ruler;
import org.guiche.shared.web.Ruler.Day;
import org.guiche.shared.web.Ruler.Kind;
import org.guiche.shared.web.Ruler.Part;

/** The stub on the wall beside the sign-in: sixteen hours of service from a Wednesday, 14h20, over a holiday (DESIGN section 11). */
@Named
@ApplicationScoped
public class ExampleTicket {

    private static final double WEDNESDAY_AT_14H20 = 62.7;
    private static final double MONDAY_AT_13H20 = 51;
    private static final double END = 100;

    /** Its deadline's ruler. */
    public Ruler getRuler() {
        return new Ruler(
                List.of(
                        new Day("qua", "19/11", Kind.OPEN, part(WEDNESDAY_AT_14H20, END), null),
                        new Day("qui", "feriado", Kind.HOLIDAY, List.of(), null),
                        new Day("sex", "21/11", Kind.OPEN, part(0, END), null),
                        new Day("sáb", "", Kind.OFF, List.of(), null),
                        new Day("dom", "", Kind.OFF, List.of(), null),
                        new Day("seg", "24/11", Kind.OPEN, part(0, MONDAY_AT_13H20), MONDAY_AT_13H20)),
                Texts.get("accounts.signin.example.ruler"));
    }

    private static List<Part> part(double from, double to) {
        return List.of(new Part(from, to, false));
    }
}
