package org.guiche.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.guiche.accounts.Person;
import org.guiche.shared.AccessDenied;
import org.guiche.shared.NotFound;
import org.guiche.shared.RuleViolation;
import org.guiche.shared.StaleVersion;
import org.guiche.support.People;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The next version of a form: kept after every act, never overwritten in silence, published whole or not at all. */
@ExtendWith(ArquillianExtension.class)
class FormDraftsIT {

    private static final String UNIT = "agencia";

    @EJB
    FormDrafts drafts;

    @EJB
    Configuration configuration;

    @Inject
    Units units;

    @Inject
    People people;

    private Person admin;
    private RequestForm before;

    @BeforeEach
    void nobodyHasBegunOne() {
        admin = people.admin();
        before = unit().form();
        var draft = drafts.current(admin, UNIT);
        if (draft.isBegun()) {
            drafts.discard(admin, draft);
        }
    }

    @AfterEach
    void theFormIsAsItWas() {
        if (!unit().form().asksWhat(before)) {
            configuration.publishForm(admin, UNIT, FormWriting.write(before));
        }
    }

    private BusinessUnit unit() {
        return units.get(UNIT, people.admin());
    }

    private FormDraft begun() {
        var nothing = drafts.current(admin, UNIT);
        return drafts.save(admin, nothing, nothing.design().add(FieldKind.TEXT, "Campo de teste", 99));
    }

    @Test
    void whatIsDesignedIsThereForEveryAdministratorAndForNobodyElse() {
        var draft = begun();

        assertThat(draft.isBegun()).isTrue();
        assertThat(draft.savedBy()).isEqualTo(admin.name());
        assertThat(drafts.current(admin, UNIT)).isEqualTo(draft);
        assertThat(draft.number()).isEqualTo(before.number() + 1);
        assertThat(unit().form()).isEqualTo(before);
        for (var other : List.of(people.talita(), people.rafael(), people.bruno())) {
            assertThatExceptionOfType(AccessDenied.class).isThrownBy(() -> drafts.current(other, UNIT));
            assertThatExceptionOfType(AccessDenied.class)
                    .isThrownBy(() -> drafts.save(other, draft, draft.design().remove("servico")));
            assertThatExceptionOfType(AccessDenied.class)
                    .isThrownBy(() -> drafts.publish(other, draft, draft.number()));
        }
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> drafts.current(admin, "nenhuma"));
    }

    @Test
    void ofTwoAdministratorsTheSecondIsToldAndOverwritesNothing() {
        var here = drafts.current(admin, UNIT);
        var there = drafts.current(admin, UNIT);
        var kept = drafts.save(admin, here, here.design().add(FieldKind.TEXT, "Um", 0));

        assertThatExceptionOfType(StaleVersion.class)
                .isThrownBy(() -> drafts.save(admin, there, there.design().add(FieldKind.TEXT, "Dois", 0)));
        var more = drafts.save(admin, kept, kept.design().add(FieldKind.TEXT, "Três", 0));
        assertThatExceptionOfType(StaleVersion.class)
                .isThrownBy(() -> drafts.save(admin, kept, kept.design().remove("um")));
        assertThatExceptionOfType(StaleVersion.class).isThrownBy(() -> drafts.undo(admin, kept));
        assertThatExceptionOfType(StaleVersion.class).isThrownBy(() -> drafts.discard(admin, kept));
        assertThatExceptionOfType(StaleVersion.class).isThrownBy(() -> drafts.publish(admin, kept, kept.number()));

        assertThat(drafts.current(admin, UNIT)).isEqualTo(more);
    }

    @Test
    void aDraftThatEndedIsNotTakenForTheNextOne() {
        var first = begun();
        drafts.discard(admin, first);
        var second = begun();

        assertThatExceptionOfType(StaleVersion.class)
                .isThrownBy(() -> drafts.save(admin, first, first.design().remove("servico")));
        assertThat(drafts.current(admin, UNIT)).isEqualTo(second);
    }

    @Test
    void changesAreTakenBackOneByOneToThePublishedForm() {
        var one = begun();
        var two = drafts.save(admin, one, one.design().require("campoDeTeste", true));
        assertThat(two.steps()).isEqualTo(2);

        var back = drafts.undo(admin, two);
        assertThat(back.design()).isEqualTo(one.design());
        assertThat(back.stand()).isNotEqualTo(one.stand());
        var atStart = drafts.undo(admin, back);
        assertThat(atStart.isBegun()).isFalse();
        assertThat(atStart.design().isUnchanged()).isTrue();
        assertThat(drafts.undo(admin, atStart)).isEqualTo(atStart);
    }

    @Test
    void anActThatChangesNothingIsNoStep() {
        var draft = begun();

        assertThat(drafts.save(admin, draft, draft.design().require("campoDeTeste", false)))
                .isEqualTo(draft);
    }

    @Test
    void aHalfFinishedDraftIsKeptAsItIs() {
        var draft = begun();
        var broken = drafts.save(admin, draft, draft.design().remove("departamento"));

        assertThat(drafts.current(admin, UNIT).design()).isEqualTo(broken.design());
        assertThat(drafts.problems(broken.design().form())).isNotEmpty();
    }

    @Test
    void publishedItIsTheFormOfNewTicketsAndTheOldVersionStays() {
        var draft = begun();
        var number = drafts.publish(admin, draft, draft.number());

        assertThat(number).isEqualTo(before.number() + 1);
        assertThat(unit().form().field("campoDeTeste")).isPresent();
        assertThat(units.form(before.id())).isEqualTo(before);
        assertThat(drafts.current(admin, UNIT).isBegun()).isFalse();
        var versions = drafts.versions(admin, unit());
        assertThat(versions.get(0).number()).isEqualTo(number);
        assertThat(versions.get(0).publishedBy()).isEqualTo(admin.name());
        assertThat(versions.get(versions.size() - 1).publishedBy()).isEmpty();
        assertThat(drafts.version(admin, unit(), before.number())).contains(before);
        assertThat(drafts.version(admin, unit(), 9999)).isEmpty();
    }

    @Test
    void anOlderVersionIsTheStartOfADraft() {
        var draft = begun();
        drafts.publish(admin, draft, draft.number());
        var now = drafts.current(admin, UNIT);
        var old = drafts.version(admin, unit(), before.number()).orElseThrow();

        var again = drafts.save(admin, now, now.design().as(old));

        assertThat(again.design().form().asksWhat(before)).isTrue();
        assertThat(FormChanges.between(
                        again.design().published(), again.design().form()))
                .containsExactly("Sai “Campo de teste”. Chamados antigos guardam a resposta.");
    }

    @Test
    void aRefusalNamesTheFieldAndLeavesNothingPublished() {
        refuses(design -> design.remove("departamento"), "“Nome da campanha”: A condição pergunta por “departamento”");
        refuses(
                design -> design.showWhen("campoDeTeste", new Condition.In("departamento", Set.of("foi"))),
                "“Campo de teste”: “foi” não é uma resposta possível de “Departamento”.");
        refuses(
                design -> design.options("departamento").route("financeiro", "vendas"),
                "“Departamento”: O setor “vendas” não existe.");
        refuses(
                design -> new FormDesign(
                        design.form().with(List.of(design.field("campoDeTeste"), design.field("campoDeTeste"))),
                        design.published()),
                "“Campo de teste”: “campoDeTeste” aparece duas vezes.");
        refuses(
                design -> design.change("documento", field -> field.withOptions(List.of())),
                "“" + before.field("documento").orElseThrow().label()
                        + "”: Listas e múltipla escolha têm de uma a 500 opções");
    }

    private void refuses(UnaryOperator<FormDesign> act, String sentence) {
        nobodyHasBegunOne();
        var draft = begun();
        var broken = drafts.save(admin, draft, act.apply(draft.design()));

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> drafts.publish(admin, broken, broken.number()))
                .satisfies(refusal -> assertThat(refusal.args().toString()).contains(sentence));
        assertThat(unit().form()).isEqualTo(before);
        assertThat(drafts.versions(admin, unit()).get(0).number()).isEqualTo(before.number());
        assertThat(drafts.current(admin, UNIT)).isEqualTo(broken);
    }

    @Test
    void nothingIsPublishedUnderAnotherNumberThanWasSaidNorWithoutAChange() {
        var draft = begun();
        assertThatExceptionOfType(StaleVersion.class)
                .isThrownBy(() -> drafts.publish(admin, draft, draft.number() + 1));
        var same = drafts.save(admin, draft, draft.design().remove("campoDeTeste"));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> drafts.publish(admin, same, same.number()))
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo("units.form.same"));

        assertThat(unit().form()).isEqualTo(before);
    }

    @Test
    void answersOfADraftTicketGoOnWithTheNewVersion() {
        var draft = begun();
        drafts.publish(admin, draft, draft.number());
        var answered = Map.<String, Object>of("departamento", "financeiro");

        var context = FormContext.empty(LocalDate.of(2026, 11, 25));
        var revised = FormRules.revise(unit().form(), answered, Map.of("campoDeTeste", "agora"), context);
        assertThat(revised.kept()).containsEntry("departamento", "financeiro").containsEntry("campoDeTeste", "agora");
    }
}
