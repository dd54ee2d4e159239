package dev.chartwright.validate;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import com.google.common.net.InetAddresses;
import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.chartwright.model.Quantity;

/**
 * Expressions over {@code self}, as the API server evaluates them; compiled once, safe for several threads.
 *
 * <p>What compares with {@code oldSelf} is about updates and holds for a new object. An expression with a function that
 * only newer API servers know is left to them.
 */
final class Expressions {
    private final Map<String, Optional<CelRuntime.Program>> compiled = new ConcurrentHashMap<>();

    boolean holds(String expression, SchemaVisit visit) {
        return compiled.computeIfAbsent(expression, Expressions::compile)
                .map(program -> isTrue(program, visit))
                .orElse(true);
    }

    /** Empty for what cannot be evaluated for a new object. */
    static Optional<CelRuntime.Program> compile(String expression) {
        if (expression.contains("oldSelf")) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Language.CEL.createProgram(Language.CEL.compile(expression).getAst()));
        } catch (CelValidationException | CelEvaluationException unknown) {
            return Optional.empty();
        }
    }

    /** An evaluation that ends in an error is a refusal, for the API server too. */
    private static boolean isTrue(CelRuntime.Program program, SchemaVisit visit) {
        try {
            return Boolean.TRUE.equals(program.eval(Map.of("self", new FilledValue(visit.schema()).of(visit.value()))));
        } catch (CelEvaluationException error) {
            return false;
        }
    }

    /** Made when the first expression is met. */
    private static final class Language {
        static final CelType QUANTITY = OpaqueType.create("kubernetes.Quantity");
        static final Cel CEL = CelFactory.standardCelBuilder()
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addCompilerLibraries(CelExtensions.strings(), CelExtensions.sets(CelOptions.DEFAULT))
                .addRuntimeLibraries(CelExtensions.strings(), CelExtensions.sets(CelOptions.DEFAULT))
                .addFunctionDeclarations(CelFunctionDecl.newFunctionDeclaration(
                        "isIP",
                        CelOverloadDecl.newGlobalOverload("is_ip_string", SimpleType.BOOL, List.of(SimpleType.STRING))))
                .addFunctionDeclarations(
                        CelFunctionDecl.newFunctionDeclaration(
                                "quantity",
                                CelOverloadDecl.newGlobalOverload("quantity_string", QUANTITY, SimpleType.STRING)),
                        CelFunctionDecl.newFunctionDeclaration(
                                "isTimeZone",
                                CelOverloadDecl.newGlobalOverload(
                                        "is_time_zone_string", SimpleType.BOOL, SimpleType.STRING)),
                        CelFunctionDecl.newFunctionDeclaration(
                                "isGreaterThan",
                                CelOverloadDecl.newMemberOverload(
                                        "quantity_greater", SimpleType.BOOL, QUANTITY, QUANTITY)))
                .addFunctionBindings(
                        CelFunctionBinding.from("is_ip_string", String.class, InetAddresses::isInetAddress),
                        CelFunctionBinding.from(
                                "is_time_zone_string",
                                String.class,
                                name -> ZoneId.getAvailableZoneIds().contains(name)),
                        CelFunctionBinding.from("quantity_string", String.class, Language::quantity),
                        CelFunctionBinding.from(
                                "quantity_greater",
                                Quantity.class,
                                Quantity.class,
                                (left, right) -> left.compareTo(right) > 0))
                .addVar("self", SimpleType.DYN)
                .build();

        /** Text that is none is told by its type. */
        static Quantity quantity(String text) {
            return Quantity.parse(text).orElse(Quantity.NONE);
        }
    }
}
