package dev.chartwright;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** Arrows between packages go one way: root, verbs, tools, nouns. */
class ArchitectureTest {
    private static final String ROOT = "dev.chartwright";
    private static final int FEWEST_CLASSES = 200;
    private static final String[] VERBS = packages(
            "load",
            "render",
            "assemble",
            "validate",
            "archive",
            "secrets",
            "crds",
            "previous",
            "sign",
            "book",
            "diff",
            "verify",
            "route53",
            "images",
            "publish",
            "bom",
            "index",
            "explain");
    private static final String[] NOUNS = packages("problem", "model", "component", "chart", "oci");
    /** Each tool, and the library that it is there for. */
    private static final Map<String, String> TOOLS = Map.ofEntries(
            Map.entry("yaml", "org.yaml.snakeyaml.."),
            Map.entry("schema", "com.networknt.."),
            Map.entry("helm", "com.marcnuri.helm.."),
            Map.entry("file", "java.nio.file.spi.."),
            Map.entry("tar", "org.apache.commons.compress.."),
            Map.entry("registry", "javax.net.ssl.."),
            Map.entry("artifact", "tools.jackson.databind.ser.."),
            Map.entry("credentials", "java.lang.ref.."),
            Map.entry("provenance", "org.bouncycastle.."),
            Map.entry("layout", "org.eclipse.."));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrl(Main.class.getProtectionDomain().getCodeSource().getLocation());

    private static String[] packages(String... names) {
        return Arrays.stream(names).map(ArchitectureTest::in).toArray(String[]::new);
    }

    private static String in(String name) {
        return ROOT + "." + name + "..";
    }

    @Test
    void looksAtEveryClass() {
        assertThat(CLASSES).hasSizeGreaterThan(FEWEST_CLASSES);
    }

    @Test
    void everyPackageHasASort() {
        Stream<String> sorted = Stream.of(
                        Stream.of(VERBS),
                        Stream.of(NOUNS),
                        TOOLS.keySet().stream().map(ArchitectureTest::in),
                        Stream.of(in("cli")))
                .flatMap(names -> names);
        String[] known = Stream.concat(sorted, Stream.of(ROOT)).toArray(String[]::new);
        check(classes().should().resideInAnyPackage(known));
    }

    static Stream<String> nouns() {
        return Stream.of(NOUNS);
    }

    static Stream<String> verbs() {
        return Stream.of(VERBS);
    }

    @ParameterizedTest
    @MethodSource("nouns")
    void nounsKnowOnlyNounsAndTheJdk(String noun) {
        String[] known =
                Stream.concat(nouns(), Stream.of("java..", "org.jspecify..")).toArray(String[]::new);
        check(classes()
                .that()
                .resideInAPackage(noun)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(known));
    }

    static Stream<Map.Entry<String, String>> tools() {
        return TOOLS.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("tools")
    void toolsKnowProblemsChartsAndTheirLibrary(Map.Entry<String, String> tool) {
        check(classes()
                .that()
                .resideInAPackage(in(tool.getKey()))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        in(tool.getKey()),
                        in("problem"),
                        in("chart"),
                        in("oci"),
                        tool.getValue(),
                        "com.sun.jna..",
                        "tools.jackson..",
                        "java..",
                        "org.jspecify.."));
    }

    @ParameterizedTest
    @MethodSource("tools")
    void onlyItsToolKnowsALibrary(Map.Entry<String, String> tool) {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(in(tool.getKey()))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(tool.getValue()));
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void verbsKnowNoOtherVerb(String verb) {
        String[] others =
                Arrays.stream(VERBS).filter(name -> !name.equals(verb)).toArray(String[]::new);
        check(noClasses()
                .that()
                .resideInAPackage(verb)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others));
    }

    @Test
    void nothingKnowsTheRoot() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(ROOT, in("cli"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT, in("cli")));
    }

    @Test
    void packagesHaveNoCycles() {
        check(slices().matching(ROOT + ".(*)..").should().beFreeOfCycles());
    }

    @Test
    void onlyTheCommandLineWritesToTheTerminal() {
        check(noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethodWhere(DescribedPredicate.describe(
                        "prints a stack trace to the terminal",
                        (JavaCall<?> call) -> call.getName().equals("printStackTrace")
                                && call.getTarget().getRawParameterTypes().isEmpty())));
        check(noClasses()
                .that()
                .resideOutsideOfPackages(ROOT, in("cli"))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(PrintStream.class));
    }

    @Test
    void exceptionsSayWhatTheyAre() {
        check(noClasses()
                .should()
                .callConstructorWhere(DescribedPredicate.describe(
                        "makes an exception without a meaning",
                        (JavaConstructorCall call) -> call.getTargetOwner().isEquivalentTo(RuntimeException.class)
                                && !call.getOriginOwner().isAssignableTo(RuntimeException.class))));
    }

    @Test
    void namesSayWhatAClassIs() {
        check(noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Helpers?|Manager|Common|Misc|Models|Impl|Dto|Info)" + "(?<!ChartInfo)"));
    }

    @Test
    void whatVerbsShowIsFinal() {
        check(classes()
                .that()
                .resideInAnyPackage(VERBS)
                .and()
                .arePublic()
                .should()
                .haveModifier(JavaModifier.FINAL));
    }

    private static void check(ArchRule rule) {
        rule.check(CLASSES);
    }
}
