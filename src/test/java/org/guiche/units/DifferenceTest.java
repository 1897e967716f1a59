package org.guiche.units;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.guiche.shared.JsonText;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    @Test
    void ofAListOnlyWhatIsAnotherOneIsKeptByItsKey() {
        var difference = Difference.of(
                json("{'statuses':[{'key':'a','name':'Aberto'},{'key':'b','name':'Pendente','offered':true}]}"),
                json("{'statuses':[{'key':'a','name':'Aberto'},{'key':'b','name':'Com você','offered':true}]}"));

        assertThat(difference.before()).isEqualTo(json("{'statuses':{'b':{'name':'Pendente'}}}"));
        assertThat(difference.after()).isEqualTo(json("{'statuses':{'b':{'name':'Com você'}}}"));
    }

    @Test
    void whatComesOrGoesIsNoOtherOrder() {
        var two = json("{'statuses':[{'key':'a','name':'A'},{'key':'b','name':'B'}]}");
        var three = json("{'statuses':[{'key':'a','name':'A'},{'key':'c','name':'C'},{'key':'b','name':'B'}]}");

        assertThat(Difference.of(two, three).before()).isEqualTo(json("{}"));
        assertThat(Difference.of(two, three).after()).isEqualTo(json("{'statuses':{'c':{'name':'C'}}}"));
        assertThat(Difference.of(three, two).after()).isEqualTo(json("{}"));
    }

    @Test
    void anotherOrderIsADifference() {
        var difference = Difference.of(
                json("{'statuses':[{'key':'a','name':'A'},{'key':'b','name':'B'}]}"),
                json("{'statuses':[{'key':'b','name':'B'},{'key':'a','name':'A'}]}"));

        assertThat(difference.after()).isEqualTo(json("{'statuses':{'#order':['b','a']}}"));
        assertThat(difference.parts())
                .singleElement()
                .satisfies(part -> assertThat(part.path()).containsExactly("statuses", Difference.ORDER));
    }

    @Test
    void aDurationIsOneValue() {
        var difference = Difference.of(
                json("{'statuses':[{'key':'a','auto':{'after':{'amount':'PT72H','clock':'RUNNING'},'goTo':'b'}}]}"),
                json("{'statuses':[{'key':'a','auto':{'after':{'amount':'PT72H','clock':'OPEN_HOURS'},'goTo':'b'}}]}"));

        assertThat(difference.parts()).singleElement().satisfies(part -> {
            assertThat(part.path()).containsExactly("statuses", "a", "auto", "after");
            assertThat(part.before()).isEqualTo(json("{'amount':'PT72H','clock':'RUNNING'}"));
            assertThat(part.after()).isEqualTo(json("{'amount':'PT72H','clock':'OPEN_HOURS'}"));
        });
    }

    @Test
    void levelsHaveNoKeyAndAreOneValue() {
        var difference = Difference.of(
                json("{'serviceLevels':[{'priority':'HIGH','update':1},{'priority':'HIGH','update':2}]}"),
                json("{'serviceLevels':[{'priority':'HIGH','update':1}]}"));

        assertThat(difference.parts())
                .singleElement()
                .satisfies(part -> assertThat(part.path()).containsExactly("serviceLevels"));
    }

    @Test
    void whatSaysTheSameDoesNotDiffer() {
        assertThat(Difference.of(json("{'a':{'b':1,'c':[1,2]}}"), json("{'a':{'c':[1,2],'b':1}}"))
                        .isNone())
                .isTrue();
    }

    private static JsonObject json(String text) {
        try (var reader = JsonText.reader(text.replace('\'', '"'))) {
            return reader.readObject();
        }
    }
}
