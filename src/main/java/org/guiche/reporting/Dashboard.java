package org.guiche.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.guiche.tickets.Figure;
import org.guiche.units.StatusCategory;

/**
 * The figures of a cut, as they stood when reports were last reckoned.
 *
 * @param flow what happened on each day of the period and of the one before
 * @param openBefore how many were open when the earlier period began
 * @param hours how long first answers took, by hour of the week of the opening (0: the first hour of Monday)
 * @param answers the same altogether
 * @param answersBefore the same in the time before
 * @param ages what is open now, by bands of business days, the youngest first
 * @param statuses how long stays in each status took, by its id; empty for customers
 * @param reasons the same for reasons to wait
 */
public record Dashboard(
        Cut cut,
        Flow flow,
        long openBefore,
        Map<Integer, Spread> hours,
        Spread answers,
        Spread answersBefore,
        Spread solutions,
        Spread solutionsRunning,
        List<Map<StatusCategory, Long>> ages,
        Map<Long, Sum> statuses,
        Map<Long, Sum> reasons) {

    /** How many were open at the end of that day, which lies within the period or the one before it. */
    public long openAt(LocalDate day) {
        var until = new Period(cut.period().before().from(), day);
        return openBefore
                + flow.total(Figure.OPENED, until).n()
                - flow.total(Figure.SETTLED, until).n();
    }
}
