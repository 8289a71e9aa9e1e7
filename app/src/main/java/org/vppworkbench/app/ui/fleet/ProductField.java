package org.vppworkbench.app.ui.fleet;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;
import org.controlsfx.control.SearchableComboBox;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.text.Product;

/** A product out of the gazetteer, found by typing. A name that is none of them is shown as it is. */
final class ProductField extends SearchableComboBox<String> {
    private final Map<String, Product> byWords;
    private final Product.Kind kind;
    private boolean showing;

    ProductField(String id, Product.Kind kind, String tooltip, Consumer<Product> commit) {
        this.kind = kind;
        List<Product> products = Devices.products(kind);
        byWords = products.stream().collect(Collectors.toMap(Devices::words, Function.identity(), (a, b) -> a));
        getItems().setAll(products.stream().map(Devices::words).distinct().toList());
        setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String words) {
                return words == null ? "" : words;
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        setId(id);
        setMaxWidth(Double.MAX_VALUE);
        setPrefWidth(0);
        setMinWidth(0);
        setPromptText("choose a product …");
        setTooltip(new Tooltip(tooltip + "; open and type to search"));
        setAccessibleText(tooltip);
        valueProperty().addListener((o, was, is) -> {
            Product product = is == null ? null : byWords.get(is);
            if (!showing && product != null) {
                commit.accept(product);
            }
        });
    }

    /** Shows the product of a name, or the name itself. */
    void show(String name) {
        Product product = Devices.named(kind, name);
        showing = true;
        setValue(product != null ? Devices.words(product) : name.isEmpty() ? null : name);
        showing = false;
    }
}
