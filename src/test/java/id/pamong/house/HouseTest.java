package id.pamong.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import id.pamong.Pamong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/**
 * The plan of the house, held against the code: rooms, arrows, and what only some rooms may see.
 */
class HouseTest {
    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("id.pamong");

    @Test
    void every_room_uses_only_the_api_of_the_others_and_no_two_rooms_use_each_other() {
        ApplicationModules.of(Pamong.class).verify();
    }

    @Test
    void the_groups_of_rooms_stand_one_upon_the_other() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("id.pamong..")
                .withOptionalLayers(true)
                .layer("use")
                .definedBy("id.pamong.use..")
                .layer("lifecycle")
                .definedBy("id.pamong.lifecycle..")
                .layer("authority")
                .definedBy("id.pamong.authority..")
                .layer("office")
                .definedBy("id.pamong.office..")
                .layer("program")
                .definedBy("id.pamong", "id.pamong.demo..")
                .whereLayer("use")
                .mayOnlyBeAccessedByLayers("program")
                .whereLayer("lifecycle")
                .mayOnlyBeAccessedByLayers("use", "program")
                .whereLayer("authority")
                .mayOnlyBeAccessedByLayers("lifecycle", "use", "program")
                .check(HOUSE);
    }

    @Test
    void only_the_authority_sees_bouncy_castle_and_dss() {
        noClasses()
                .that()
                .resideOutsideOfPackage("id.pamong.authority..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.bouncycastle..", "eu.europa.esig..")
                .check(HOUSE);
    }

    @Test
    void no_type_of_dss_crosses_the_facade_of_the_signature_room() {
        noClasses()
                .that()
                .resideOutsideOfPackage("id.pamong.authority.signature..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("eu.europa.esig..")
                .check(HOUSE);
    }

    @Test
    void time_is_a_parameter() {
        classes()
                .that()
                .resideInAPackage("id.pamong..")
                .should(
                        notCall(
                                "now()",
                                Set.of(
                                        "java.time.Instant",
                                        "java.time.LocalDate",
                                        "java.time.LocalDateTime",
                                        "java.time.ZonedDateTime",
                                        "java.time.OffsetDateTime",
                                        "java.time.Year"),
                                "now"))
                .andShould(
                        notCall(
                                "currentTimeMillis",
                                Set.of("java.lang.System"),
                                "currentTimeMillis"))
                .check(HOUSE);
    }

    @Test
    void only_the_web_sees_http() {
        noClasses()
                .that(
                        resideInAPackage("id.pamong..")
                                .and(
                                        resideOutsideOfPackages(
                                                "id.pamong..web..",
                                                "id.pamong.office.page..",
                                                "id.pamong.office.identity..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.servlet..",
                        "org.springframework.web.bind..",
                        "org.springframework.web.servlet..",
                        "org.springframework.ui..")
                .check(HOUSE);
    }

    @Test
    void pages_see_no_sql() {
        noClasses()
                .that()
                .resideInAPackage("id.pamong..web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.jdbc..")
                .check(HOUSE);
    }

    @Test
    void names_say_the_business() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Utils?|Impl|DTO|Dto)")
                .check(HOUSE);
    }

    private static ArchCondition<JavaClass> notCall(String what, Set<String> owners, String name) {
        return new ArchCondition<>("not call " + what) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                for (JavaMethodCall call : item.getMethodCallsFromSelf()) {
                    boolean withoutClock =
                            call.getTarget().getRawParameterTypes().isEmpty()
                                    && call.getName().equals(name)
                                    && owners.contains(call.getTargetOwner().getName());
                    if (withoutClock) {
                        events.add(SimpleConditionEvent.violated(call, call.getDescription()));
                    }
                }
            }
        };
    }
}
