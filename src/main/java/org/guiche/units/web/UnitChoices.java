package org.guiche.units.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.guiche.shared.Texts;
import org.guiche.units.ClockEffect;
import org.guiche.units.Priority;
import org.guiche.units.PrioritySource;
import org.guiche.units.QueueOrder;
import org.guiche.units.ReplyRule;
import org.guiche.units.StatusCategory;

/** What there is to choose from on the pages of units: {@code #{unitChoices.categories}}. */
@Named
@ApplicationScoped
public class UnitChoices {

    public List<SelectItem> getCategories() {
        return Choices.of(StatusCategory.class);
    }

    /** The colours, by the category that wears them first. */
    public List<SelectItem> getColours() {
        return Arrays.stream(StatusCategory.values())
                .map(one -> new SelectItem(one.name(), Texts.get("units.colour." + one.style())))
                .toList();
    }

    public List<SelectItem> getReplies() {
        return Arrays.stream(ReplyRule.values())
                .map(one -> new SelectItem(one.name(), Texts.get("units.reply." + one.name())))
                .toList();
    }

    public List<SelectItem> getEffects() {
        return Choices.of(ClockEffect.class);
    }

    public List<SelectItem> getDurations() {
        return DurationInput.kinds();
    }

    public List<SelectItem> getPriorities() {
        return Choices.of(Priority.class);
    }

    public List<SelectItem> getSources() {
        return Choices.of(PrioritySource.class);
    }

    public List<SelectItem> getOrders() {
        return Choices.of(QueueOrder.class);
    }
}
