"""What this yearbook is called, wherever a file of it says so (pages take it from `mkdocs.yml`)."""

NAME = "晋城数字年鉴"
ABOUT = "晋城市大事记、政府公报与规划纲要的逐字整理本：可读，可查，可引，可下载，可打印。"
