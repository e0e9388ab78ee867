// staff-desktop/ui/pdf_pages.h - the pages of a PDF as pictures and as words. No wx here.
#pragma once
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace accueil
{
/// Immutable; one thread at a time.
class PdfPages
{
public:
    /// @param bytes  copied  @throws std::runtime_error  if it is no PDF
    explicit PdfPages(const std::string& bytes);
    ~PdfPages();
    PdfPages(PdfPages&&) noexcept;
    PdfPages& operator=(PdfPages&&) noexcept;

    int count() const;
    std::pair<double, double> sizeMm(int page) const; ///< page: 0 is the first
    std::string text(int page) const;                 ///< as it is read: for the ear

    struct Picture
    {
        int width = 0, height = 0;
        std::vector<unsigned char> rgb; ///< row by row, on white
    };
    Picture draw(int page, int widthPx) const;

private:
    struct Document;
    std::unique_ptr<Document> document_;
};
} // namespace accueil
