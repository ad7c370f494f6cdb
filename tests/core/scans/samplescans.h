// SPDX-FileCopyrightText: 2026 Patronat contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include <string>

namespace patronat::tests {

inline const std::string kPlace = "GPS 55.7963 49.1064";
inline const std::string kDevice = "Samsung SM-A515F";
inline const std::string kAuthor = "Хасанова Гульнара";

/// A picture of many colours, as a camera makes.
QImage photograph(int width, int height);
std::string bytesOf(const QImage& image, const char* format, int quality = 92);
/// A JPEG as a telephone writes it: turned by EXIF (a value of its orientation), with the place,
/// the device and a comment.
std::string telephonePicture(const QImage& image, int orientation = 1);
/// A PNG that says in texts who made it and where.
std::string tellingPng(const QImage& image);
/// A PDF of one page with all it could tell of its author, and a JPEG within it.
std::string tellingPdf(const std::string& jpeg = {}, const std::string& filter = "/DCTDecode");
std::string signedPdf();
bool tells(const std::string& bytes);

} // namespace patronat::tests
