app_name = "ondersteuning"
urlpatterns: list = []
