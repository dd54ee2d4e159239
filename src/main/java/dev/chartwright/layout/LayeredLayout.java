package dev.chartwright.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.chartwright.layout.Placed.Point;
import dev.chartwright.layout.Placed.Rectangle;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Eclipse ELK's layered algorithm: lines go one way, groups stay together. */
public final class LayeredLayout {
    /** Where lines go. */
    public enum Flow {
        /** For wide screens. */
        RIGHT,
        /** For narrow ones. */
        DOWN
    }

    private static final double MARGIN = 12;
    private static final double TITLE = 30;
    private static final double GAP = 22;
    private static final double LAYER_GAP = 46;
    private static final int SEED = 1;

    private final Flow flow;
    private final Map<String, ElkNode> groups = new LinkedHashMap<>();
    private final Map<String, ElkNode> boxes = new LinkedHashMap<>();
    private final Map<String, ElkEdge> lines = new LinkedHashMap<>();

    static {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

    private LayeredLayout(Flow flow) {
        this.flow = flow;
    }

    /** Places all of them; the same input gives the same places. */
    public static Placed place(Flow flow, List<Box> boxes, List<Line> lines) {
        return new LayeredLayout(flow).place(boxes, lines);
    }

    private Placed place(List<Box> wanted, List<Line> between) {
        ElkNode root = ElkGraphUtil.createGraph();
        options(root, MARGIN);
        wanted.forEach(box -> add(root, box));
        for (Line line : between) {
            lines.put(line.id(), ElkGraphUtil.createSimpleEdge(boxes.get(line.from()), boxes.get(line.to())));
        }
        new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
        Map<String, List<Point>> corners = new LinkedHashMap<>();
        lines.forEach((id, edge) -> corners.put(id, corners(edge)));
        return new Placed(root.getWidth(), root.getHeight(), places(boxes), places(groups), corners);
    }

    private void add(ElkNode root, Box box) {
        ElkNode parent = box.group().isEmpty() ? root : groups.computeIfAbsent(box.group(), id -> group(root));
        ElkNode node = ElkGraphUtil.createNode(parent);
        node.setDimensions(box.width(), box.height());
        boxes.put(box.id(), node);
    }

    private ElkNode group(ElkNode root) {
        ElkNode group = ElkGraphUtil.createNode(root);
        options(group, TITLE);
        return group;
    }

    /** On every box that holds others: what is set on the root alone does not reach them. */
    private void options(ElkNode node, double top) {
        node.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        node.setProperty(CoreOptions.DIRECTION, flow == Flow.RIGHT ? Direction.RIGHT : Direction.DOWN);
        node.setProperty(CoreOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
        node.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        node.setProperty(CoreOptions.PADDING, new ElkPadding(top, MARGIN, MARGIN, MARGIN));
        node.setProperty(CoreOptions.RANDOM_SEED, SEED);
        node.setProperty(CoreOptions.SPACING_NODE_NODE, GAP);
        node.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, LAYER_GAP);
    }

    private static Map<String, Rectangle> places(Map<String, ElkNode> nodes) {
        Map<String, Rectangle> places = new LinkedHashMap<>();
        nodes.forEach((id, node) -> {
            Point corner = offset(node.getParent());
            places.put(
                    id,
                    new Rectangle(
                            corner.x() + node.getX(), corner.y() + node.getY(), node.getWidth(), node.getHeight()));
        });
        return places;
    }

    /** Places are relative to what holds them. */
    private static Point offset(ElkNode holder) {
        double x = 0;
        double y = 0;
        for (ElkNode at = holder; at != null; at = at.getParent()) {
            x += at.getX();
            y += at.getY();
        }
        return new Point(x, y);
    }

    private static List<Point> corners(ElkEdge edge) {
        Point corner = offset(edge.getContainingNode());
        List<Point> corners = new ArrayList<>();
        for (ElkEdgeSection section : edge.getSections()) {
            corners.add(new Point(corner.x() + section.getStartX(), corner.y() + section.getStartY()));
            section.getBendPoints()
                    .forEach(bend -> corners.add(new Point(corner.x() + bend.getX(), corner.y() + bend.getY())));
            corners.add(new Point(corner.x() + section.getEndX(), corner.y() + section.getEndY()));
        }
        return List.copyOf(corners);
    }
}
