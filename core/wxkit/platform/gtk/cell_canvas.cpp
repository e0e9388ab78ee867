#include "core/wxkit/cell_canvas.h"
#include "core/wxkit/platform/gtk/widget.h"
#include <wx/dataview.h>
#include <wx/graphics.h>

namespace accueil::wxkit
{
namespace
{
struct PathEnds
{
    void operator()(GtkTreePath* path) const { gtk_tree_path_free(path); }
};
using Path = std::unique_ptr<GtkTreePath, PathEnds>;

Path pathOf(unsigned row)
{
    return Path(gtk_tree_path_new_from_indices(static_cast<int>(row), -1));
}

unsigned columnNumber(GtkTreeView* tree, GtkTreeViewColumn* column)
{
    unsigned number = 0;
    while (GtkTreeViewColumn* one = gtk_tree_view_get_column(tree, static_cast<int>(number))) {
        if (one == column) break;
        ++number;
    }
    return number;
}
} // namespace

struct CellCanvas::Hook
{
    wxDataViewCtrl& view;
    Hooks hooks;
    GtkTreeView* tree = GTK_TREE_VIEW(gtk_bin_get_child(GTK_BIN(gtk::widget(view))));
    gulong drawn = 0, pressed = 0, activated = 0, hinted = 0;

    static gboolean draw(GtkWidget* widget, cairo_t* cr, gpointer self)
    {
        GdkWindow* bin = gtk_tree_view_get_bin_window(GTK_TREE_VIEW(widget));
        if (!gtk_cairo_should_draw_window(cr, bin)) return FALSE;
        cairo_save(cr);
        gtk_cairo_transform_to_window(cr, widget, bin);
        cairo_rectangle(cr, 0, 0, gdk_window_get_width(bin),
                        gdk_window_get_height(bin)); // not over the header
        cairo_clip(cr);
        {
            const std::unique_ptr<wxGraphicsContext> canvas(wxGraphicsContext::CreateFromNative(cr));
            static_cast<Hook*>(self)->hooks.paintOver(*canvas);
        }
        cairo_restore(cr);
        return FALSE;
    }

    static gboolean press(GtkWidget* widget, GdkEventButton* event, gpointer self)
    {
        auto* tree = GTK_TREE_VIEW(widget);
        if (event->type != GDK_BUTTON_PRESS || event->button != GDK_BUTTON_PRIMARY ||
            event->window != gtk_tree_view_get_bin_window(tree))
            return FALSE;
        GtkTreePath* found = nullptr;
        GtkTreeViewColumn* column = nullptr;
        if (gtk_tree_view_get_path_at_pos(tree, static_cast<int>(event->x), static_cast<int>(event->y),
                                          &found, &column, nullptr, nullptr))
            tell(self, found, columnNumber(tree, column));
        gtk_tree_path_free(found);
        return FALSE;
    }

    static void activate(GtkTreeView* tree, GtkTreePath* path, GtkTreeViewColumn* column, gpointer self)
    {
        tell(self, path, columnNumber(tree, column));
    }

    static void tell(gpointer self, GtkTreePath* path, unsigned column)
    {
        const CellAt at{static_cast<unsigned>(gtk_tree_path_get_indices(path)[0]), column};
        static_cast<Hook*>(self)->hooks.pressed(at);
    }

    static gboolean hint(GtkWidget* widget, int x, int y, gboolean keyboard, GtkTooltip* tip, gpointer self)
    {
        auto* tree = GTK_TREE_VIEW(widget);
        if (keyboard) return FALSE;
        GtkTreePath* found = nullptr;
        GtkTreeViewColumn* column = nullptr;
        gtk_tree_view_convert_widget_to_bin_window_coords(tree, x, y, &x, &y);
        if (!gtk_tree_view_get_path_at_pos(tree, x, y, &found, &column, nullptr, nullptr)) return FALSE;
        const Path path(found);
        const CellAt at{static_cast<unsigned>(gtk_tree_path_get_indices(found)[0]),
                        columnNumber(tree, column)};
        const std::string words = static_cast<Hook*>(self)->hooks.hint(at);
        if (words.empty()) return FALSE;
        gtk_tooltip_set_text(tip, words.c_str());
        gtk_tree_view_set_tooltip_cell(tree, tip, found, column, nullptr);
        return TRUE;
    }
};

CellCanvas::CellCanvas(wxDataViewCtrl& view, Hooks hooks)
    : hook_(std::make_unique<Hook>(Hook{view, std::move(hooks)}))
{
    GtkTreeView* tree = hook_->tree;
    gtk_tree_selection_set_mode(gtk_tree_view_get_selection(tree), GTK_SELECTION_NONE);
    gtk_tree_view_set_enable_search(tree, FALSE);
    gtk_widget_set_has_tooltip(GTK_WIDGET(tree), TRUE);
    hook_->drawn = g_signal_connect_after(tree, "draw", G_CALLBACK(&Hook::draw), hook_.get());
    hook_->pressed = g_signal_connect(tree, "button-press-event", G_CALLBACK(&Hook::press), hook_.get());
    hook_->activated = g_signal_connect(tree, "row-activated", G_CALLBACK(&Hook::activate), hook_.get());
    hook_->hinted = g_signal_connect(tree, "query-tooltip", G_CALLBACK(&Hook::hint), hook_.get());
}

CellCanvas::~CellCanvas()
{
    for (const gulong handler : {hook_->drawn, hook_->pressed, hook_->activated, hook_->hinted})
        g_signal_handler_disconnect(hook_->tree, handler);
}

void CellCanvas::setRowHeight(int px)
{
    for (int i = 0; GtkTreeViewColumn* column = gtk_tree_view_get_column(hook_->tree, i); ++i) {
        GList* cells = gtk_cell_layout_get_cells(GTK_CELL_LAYOUT(column));
        for (GList* cell = cells; cell; cell = cell->next)
            gtk_cell_renderer_set_fixed_size(GTK_CELL_RENDERER(cell->data), -1, px);
        g_list_free(cells);
    }
}

void CellCanvas::setCurrent(const CellAt& cell)
{
    GtkTreeViewColumn* column = gtk_tree_view_get_column(hook_->tree, static_cast<int>(cell.column));
    gtk_tree_view_set_cursor(hook_->tree, pathOf(cell.row).get(), column, FALSE);
    gtk_tree_view_scroll_to_cell(hook_->tree, pathOf(cell.row).get(), column, FALSE, 0, 0);
}

void CellCanvas::scrollTo(unsigned row, double share)
{
    gtk_tree_view_scroll_to_cell(hook_->tree, pathOf(row).get(), nullptr, TRUE, static_cast<float>(share), 0);
}

wxRect CellCanvas::cell(const CellAt& at) const
{
    GdkRectangle area{};
    gtk_tree_view_get_background_area(hook_->tree, pathOf(at.row).get(),
                                      gtk_tree_view_get_column(hook_->tree, static_cast<int>(at.column)),
                                      &area);
    return {area.x, area.y, area.width, area.height};
}

std::pair<unsigned, unsigned> CellCanvas::rowsInView() const
{
    GtkTreePath *first = nullptr, *last = nullptr;
    if (!gtk_tree_view_get_visible_range(hook_->tree, &first, &last)) return {1, 0};
    const Path from(first), to(last);
    return {static_cast<unsigned>(gtk_tree_path_get_indices(first)[0]),
            static_cast<unsigned>(gtk_tree_path_get_indices(last)[0])};
}
} // namespace accueil::wxkit
